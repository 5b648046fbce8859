// Finished pages written with PptxGenJS, as its documentation shows.
//
//     node benchmarks/peers/pptxgenjs.mjs FOLDER PAGES.json DECK.pptx
//
// FOLDER is where `npm install pptxgenjs` was run. In: pages as pages.py tells them. Out: a .pptx
// with the same text boxes, shapes, lines, tables, native charts, links and notes. It has no groups:
// their children stand singly. The deck is written with stream(): under Node writeFile() leaves out
// the compression it is asked for.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, pages, target] = process.argv.slice(2);
const PptxGenJS = createRequire(resolve(folder, "node_modules") + "/")("pptxgenjs");

const EMU = 914400;
const ALIGNS = { l: "left", ctr: "center", r: "right" };
const ANCHORS = { t: "top", ctr: "middle", b: "bottom" };
const CHARTS = { columns: ["bar"], stacked: ["bar"], bars: ["bar"], line: ["line"] };

const inches = ([x, y, w, h]) => ({ x: x / EMU, y: y / EMU, w: w / EMU, h: h / EMU });
const points = (emu) => emu / 12700;
const drawn = (line) =>
  line ? { color: line[0], width: points(line[1]), dashType: line[2] === "dash" ? "dash" : "solid" } : undefined;

function runs(paragraphs) {
  return paragraphs.flatMap((paragraph) =>
    paragraph.runs.map((run, index) => ({
      text: run.text,
      options: {
        fontSize: run.size,
        fontFace: run.font,
        color: run.color,
        bold: !!run.bold,
        italic: !!run.italic,
        superscript: !!run.raised,
        align: ALIGNS[paragraph.align],
        breakLine: index === paragraph.runs.length - 1,
        ...(run.url ? { hyperlink: { url: run.url } } : {}),
      },
    })),
  );
}

function addLine(pptx, slide, box) {
  const [x1, y1, x2, y2] = box.ends;
  slide.addShape(pptx.ShapeType.line, {
    ...inches([Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)]),
    flipV: x2 > x1 !== y2 > y1,
    line: { ...drawn(box.line), endArrowType: box.arrow ? "triangle" : "none" },
    objectName: box.name,
  });
}

function addTable(slide, box) {
  const rows = box.rows.map((row) =>
    row.map((cell) => ({
      text: runs(cell.paragraphs),
      options: cell.fill ? { fill: { color: cell.fill } } : {},
    })),
  );
  slide.addTable(rows, {
    ...inches(box.frame),
    colW: box.widths.map((width) => width / EMU),
    rowH: box.heights.map((height) => height / EMU),
    objectName: box.name,
  });
}

function addChart(slide, box) {
  const [kind] = CHARTS[box.shape];
  const data = box.series.map((series) => ({
    name: series.name,
    labels: box.categories,
    values: series.values.map((value) => value ?? 0),
  }));
  slide.addChart(kind, data, {
    ...inches(box.frame),
    barDir: box.shape === "bars" ? "bar" : "col",
    barGrouping: box.shape === "stacked" ? "stacked" : "clustered",
    chartColors: box.series.map((series) => series.color),
    altText: box.alt,
    objectName: box.name,
  });
}

function add(pptx, slide, box) {
  switch (box.type) {
    case "text": {
      const place = box.title ? { placeholder: "title" } : {};
      slide.addText(runs(box.paragraphs), {
        ...place,
        ...inches(box.frame),
        valign: ANCHORS[box.anchor],
        margin: box.insets.map(points),
        objectName: box.name,
        ...(box.fill ? { fill: { color: box.fill } } : {}),
        ...(box.line ? { line: drawn(box.line) } : {}),
      });
      break;
    }
    case "shape":
      slide.addShape(pptx.ShapeType[box.geometry] ?? pptx.ShapeType.rect, {
        ...inches(box.frame),
        ...(box.fill ? { fill: { color: box.fill } } : {}),
        ...(box.line ? { line: drawn(box.line) } : {}),
        altText: box.alt,
        objectName: box.name,
      });
      break;
    case "line":
      addLine(pptx, slide, box);
      break;
    case "table":
      addTable(slide, box);
      break;
    case "chart":
      addChart(slide, box);
      break;
    default:
      for (const child of box.children) add(pptx, slide, child);
  }
}

const deck = JSON.parse(readFileSync(pages, "utf-8"));
const pptx = new PptxGenJS();
pptx.defineLayout({ name: "measured", width: deck.width / EMU, height: deck.height / EMU });
pptx.layout = "measured";
pptx.defineSlideMaster({
  title: "TITLED",
  objects: [{ placeholder: { options: { name: "title", type: "title", x: 0.5, y: 0.4, w: 12, h: 1 }, text: "" } }],
});
for (const page of deck.pages) {
  const slide = pptx.addSlide({ masterName: "TITLED" });
  slide.background = { color: page.background };
  for (const box of page.boxes) add(pptx, slide, box);
  if (page.notes) slide.addNotes(page.notes);
}
writeFileSync(target, await pptx.stream({ compression: true }));
process.stdout.write(`${deck.pages.length}\n`);
