// The console works without this. With it: pages follow what happens, drafts keep themselves, keys go quickly.
