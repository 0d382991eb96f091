// Which conversation this tab holds. sessionStorage outlives a reload, not the tab; nothing goes to other tabs.

const KEY = "wijzer";
let inMemory = null; // for browsers that refuse storage, as in some embedded frames

export function load() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? inMemory;
  } catch {
    return inMemory;
  }
}

export function save(session) {
  inMemory = session;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Without storage the conversation ends at a reload.
  }
}

export function clear() {
  inMemory = null;
  try {
    sessionStorage.clear();
  } catch {
    // There was nothing to clear.
  }
}
