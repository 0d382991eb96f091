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
  speak: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  up: "M7 10.5v9H4v-9zm0 0 3.8-6.5c1.6 0 2.4 1.2 2 2.7L12 9.5h6a2 2 0 0 1 2 2.4l-1.2 6a2 2 0 0 1-2 1.6H7",
  down: "M7 13.5v-9H4v9zm0 0 3.8 6.5c1.6 0 2.4-1.2 2-2.7L12 14.5h6a2 2 0 0 0 2-2.4l-1.2-6a2 2 0 0 0-2-1.6H7",
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
