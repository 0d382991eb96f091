// Draws a chart above each table, from that table: what is not in a cell cannot be in a bar.
"use strict";

const LINE = 26; // pixels for one bar with its label

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function rowsOf(table) {
  return [...table.tBodies[0].rows].map((row) => {
    const given = row.cells[1].dataset.number;
    return { label: row.cells[0].textContent, shown: row.cells[1].textContent, number: given === undefined ? null : Number(given) };
  });
}

// Half of the width is for the bars; the table has the whole label.
function shortened(label, width) {
  const most = Math.min(32, Math.floor(width / 16));
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

function optionsFor(rows, ink, line) {
  return {
    indexAxis: "y",
    animation: false,
    maintainAspectRatio: false,
    scales: {
      x: { beginAtZero: true, ticks: { color: ink, precision: 0 }, grid: { color: line } },
      y: { ticks: { color: ink, autoSkip: false }, grid: { display: false } },
    },
    plugins: {
      legend: { display: false },
      tooltip: { callbacks: { label: (item) => rows[item.dataIndex].shown } },
    },
  };
}

function draw(place) {
  const rows = rowsOf(document.getElementById(place.dataset.chart));
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", place.dataset.name);
  place.style.height = `${rows.length * LINE + 48}px`;
  place.hidden = false;
  place.replaceChildren(canvas);
  new Chart(canvas, {
    type: "bar",
    data: {
      labels: rows.map((row) => shortened(row.label, place.clientWidth)),
      datasets: [{ data: rows.map((row) => row.number), backgroundColor: colour("--wijzer-act"), maxBarThickness: 18 }],
    },
    options: optionsFor(rows, colour("--wijzer-ink"), colour("--wijzer-line")),
  });
}

function drawAll() {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  for (const place of document.querySelectorAll("[data-chart]")) {
    Chart.getChart(place.querySelector("canvas"))?.destroy();
    draw(place);
  }
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
