// Building elements. Words from the record reach the document as text nodes only, never as markup.

// An element with attributes, listeners (values that are functions) and children (null is left out).
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...present(children));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined);
}

function byId(id) {
  return document.getElementById(id);
}

function replaceChildren(parent, ...children) {
  parent.replaceChildren(...present(children));
}

// Words of the record: isolated, and in the direction of their own script.
function words(text, attributes = {}) {
  return el("bdi", attributes, text);
}

// Words of a message with the parts between backticks set as code.
function message(text) {
  const pieces = text.split("`");
  return el("bdi", {}, pieces.map((piece, index) => {
    const isCode = index % 2 === 1 && index < pieces.length - 1;
    return isCode ? el("code", {}, piece) : piece;
  }));
}

// A link out of the page for http and https; any other address is shown as the text that it is.
function outwardLink(address, label) {
  const url = webAddress(address);
  if (url === null) return words(address, { class: "address" });
  const attributes = { href: url, target: "_blank", rel: "noopener noreferrer", class: "outward" };
  return el("a", attributes, words(label ?? address));
}

function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

// A titled part of the panel; null where it would be empty.
function part(title, items, attributes = {}) {
  const kept = present([items]);
  if (kept.length === 0) return null;
  const heading = el("h3", {}, title, " ", el("span", { class: "n" }, String(kept.length)));
  return el("section", { class: "part", ...attributes }, heading, kept);
}

// A list of terms and what they are; entries without a value are left out.
function facts(entries) {
  const known = entries.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return el("dl", { class: "facts" }, known.map(([term, value]) => [
    el("dt", {}, term),
    el("dd", {}, typeof value === "string" ? words(value) : value),
  ]));
}

// Puts something between the members of a list.
function joined(members, separator) {
  return members.flatMap((member, index) => (index === 0 ? [member] : [separator, member]));
}
