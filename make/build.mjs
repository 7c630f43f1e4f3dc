// Builds directory/static/build: style sheets, scripts, fonts, icons and the coast outline, each
// named by its content so that browsers may keep it for a year, and a manifest.json that leads
// from the plain name to the built one.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";
import * as sass from "sass";
import { feature } from "topojson-client";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "directory/static/src");
const target = join(root, "directory/static/build");
// Built aside and moved into place, so that a running site never sees half a build.
const workshop = `${target}.new`;

const STYLES = ["main", "map"];
const SCRIPTS = ["early", "main", "map", "my-list", "suggest", "copy"];
// ISO 3166 numeric codes, as world-atlas names its countries.
const COASTS = { nz: "554", england: "826" };

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: workshop,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".png": "file", ".svg": "file" },
  target: ["es2022", "chrome100", "firefox100", "safari15.4"],
  logLevel: "warning",
};

async function buildScripts() {
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: SCRIPTS.map((name) => join(source, "js", `${name}.js`)),
    format: "esm",
    splitting: true,
    legalComments: "linked",
  });
  const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint);
  return entries.map(([built, output]) => [basename(output.entryPoint), basename(built)]);
}

async function buildStyle(name) {
  const { css } = await sass.compileAsync(join(source, "scss", `${name}.scss`), {
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
  });
  // Leaflet's style sheet names its images from its own folder; packages are found from there too.
  const resolveDir = join(root, "node_modules/leaflet/dist");
  const { metafile } = await esbuild.build({
    ...shared,
    stdin: { contents: css, loader: "css", resolveDir, sourcefile: `${name}.css` },
    entryNames: `${name}-[hash]`,
  });
  // Fonts keep their plain names in the manifest, so that a page can ask for one early.
  return Object.entries(metafile.outputs).flatMap(([built, output]) => {
    if (output.entryPoint) return [[`${name}.css`, basename(built)]];
    const [first] = Object.keys(output.inputs);
    return first ? [[basename(first), basename(built)]] : [];
  });
}

async function writeHashed(name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  const { name: stem, ext } = parse(name);
  const built = `${stem}-${hash}${ext}`;
  await writeFile(join(workshop, built), contents);
  return [name, built];
}

async function copyImages() {
  const names = await readdir(join(source, "images"));
  return Promise.all(
    names.map(async (name) => writeHashed(name, await readFile(join(source, "images", name)))),
  );
}

// Three decimals are about 100 metres: finer than the outline itself.
function rounded(coordinates) {
  if (typeof coordinates[0] === "number") return coordinates.map((n) => Number(n.toFixed(3)));
  return coordinates.map(rounded);
}

async function extractCoasts() {
  const path = join(root, "node_modules/world-atlas/countries-10m.json");
  const world = JSON.parse(await readFile(path, "utf8"));
  const features = Object.entries(COASTS).map(([region, id]) => {
    const country = world.objects.countries.geometries.find((each) => each.id === id);
    const { type, coordinates } = feature(world, country).geometry;
    const geometry = { type, coordinates: rounded(coordinates) };
    return { type: "Feature", properties: { region }, geometry };
  });
  return [await writeHashed("coast.json", JSON.stringify({ type: "FeatureCollection", features }))];
}

await rm(workshop, { recursive: true, force: true });
await mkdir(workshop, { recursive: true });
const built = await Promise.all([
  buildScripts(),
  ...STYLES.map(buildStyle),
  copyImages(),
  extractCoasts(),
]);
const manifest = Object.fromEntries(built.flat().sort(([a], [b]) => a.localeCompare(b)));
await writeFile(join(workshop, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await rm(target, { recursive: true, force: true });
await rename(workshop, target);
console.log(`Front end built: ${Object.keys(manifest).length} files in directory/static/build.`);
