// Groups and sets of things.

function groupBy(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

// Makes a function remember its last answer, for as long as `keyOf` of its arguments stays the same.
function remembering(keyOf, answer) {
  let lastKey;
  let last;
  return (...given) => {
    const key = keyOf(...given);
    if (key !== lastKey) [lastKey, last] = [key, answer(...given)];
    return last;
  };
}

// A list of ids in one word of the address, and back; ids may hold any character.
function listed(ids) {
  return ids.map(encodeURIComponent).join(",");
}

function unlisted(word) {
  try {
    return word.split(",").filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
