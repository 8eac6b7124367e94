// The data that the page carries: each block as text, unpacked where it is packed.

// The text of a block; a packed one is the base64 of a zlib stream.
async function blockText(id) {
  const element = byId(id);
  if (element.dataset.packed === undefined) return element.textContent;
  const stream = new Blob([bytesOf(element.textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

function bytesOf(base64) {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i += 1) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

const PATIENCE = 30; // milliseconds of work after which a long job lets the page draw and answer

// Lets the page draw and answer now and then: `await pause()` in the loop of a long job.
function pauses() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < PATIENCE) return;
    await new Promise((done) => { setTimeout(done); });
    since = performance.now();
  };
}
