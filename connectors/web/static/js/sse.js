// Reads Server-Sent Events from a fetch response. EventSource cannot send the Authorization header.

/** One field line of an event: "data: x" gives ["data", "x"]. */
function field(line) {
  const colon = line.indexOf(":");
  if (colon < 0) return [line, ""];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(" ") ? value.slice(1) : value];
}

function dataOf(block) {
  return block
    .split("\n")
    .map(field)
    .filter(([name]) => name === "data")
    .map(([, value]) => value)
    .join("\n");
}

/** Yields the data of each event; onBytes is called for everything that comes in, also a heartbeat. */
export async function* read(response, onBytes) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    waiting = (waiting + value).replaceAll("\r\n", "\n");
    const blocks = waiting.split("\n\n");
    waiting = blocks.pop();
    for (const data of blocks.map(dataOf)) if (data) yield data;
  }
}
