// Builds elements. Text always becomes a text node: what people or the server write is never read as HTML.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

export const byId = (id) => document.getElementById(id);

export const srOnly = (text) => el("span", { class: "sr-only" }, text);

const ICONS = {
  speak: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a7.800 7.800 0 0 1 0 11",
  up: "M7 10.500v9H4v-9zm0 0 3.800-6.500c1.600 0 2.400 1.200 2 2.700L12 9.500h6a2 2 0 0 1 2 2.400l-1.200 6a2 2 0 0 1-2 1.600H7",
  down: "M7 13.500v-9H4v9zm0 0 3.800 6.500c1.600 0 2.400-1.200 2-2.700L12 14.500h6a2 2 0 0 0 2-2.400l-1.200-6a2 2 0 0 0-2-1.600H7",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  away: "M8 5H5v14h14v-3M12 5h7v7M19 5l-9 9",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
