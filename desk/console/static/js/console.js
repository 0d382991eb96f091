// The console works without this. With it: pages follow what happens, drafts keep themselves, keys go quickly.
import { followChanges, watchSession } from "./changes.js";
import { keepDrafts } from "./drafts.js";
import { listenForKeys } from "./keys.js";

watchSession();
followChanges(document.body.dataset);
keepDrafts();
listenForKeys();
