// The pages that are handed on, in a real browser: nothing that axe finds wrong, nothing that the page's own policy
// refuses, no request beyond the file, and search, groups, zoom and keys that do what they say.
//
//   node tests/page/browser_test.mjs MODULES CHROMIUM PAGE.html...
//
// MODULES is a folder with axe-core and puppeteer-core in its node_modules (.ci/run). Pages with a search field are also
// used; others, as reports, are only looked at.
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";

const [modules, chromium, ...files] = process.argv.slice(2);
const require = createRequire(resolve(modules, "node_modules") + "/");
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

async function open(browser, file, {width, scripts = true}) {
  const page = await browser.newPage();
  await page.setViewport({width, height: 900});
  await page.setJavaScriptEnabled(scripts);
  const where = `${file} at ${width}${scripts ? "" : " without scripts"}`;
  const address = pathToFileURL(resolve(file)).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) fault(where, `asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/.test(message.text())) fault(where, message.text());
  });
  page.on("pageerror", (error) => fault(where, error.message));
  await page.goto(address);
  return {page, where};
}

async function looked_through(browser, file, width) {
  const {page, where} = await open(browser, file, {width});
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 1) fault(where, `the page is ${sideways} px wider than the window`);
  // By the browser itself, not by the page, whose policy lets no other script in.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations"]}));
  for (const {id, help, nodes} of found.violations) {
    fault(where, `axe ${id}: ${help} (${nodes.length}, first ${nodes[0].target})`);
  }
  await page.close();
}

async function used(browser, file) {
  const {page, where} = await open(browser, file, {width: 1280});
  const has_tools = await page.$("#search");
  if (!has_tools) return page.close();
  const expect = (what, is_so) => is_so || fault(where, what);
  const shown = () => page.$$eval("tr[id]", (rows) => rows.filter((row) => !row.hidden).length);
  const all = await shown();
  const name = await page.$eval("tr[id] th", (head) => head.textContent.trim());
  await page.type("#search", name.slice(0, 12));
  const hits = await shown();
  expect(`search for "${name}" shows ${hits} of ${all} rows`, hits > 0 && hits < all);
  expect("search tells how many it found", (await page.$eval("#found", (told) => told.textContent)).length > 0);
  await page.$eval("#search", (field) => {
    field.value = "";
    field.dispatchEvent(new Event("input"));
  });
  expect("an empty search shows everything again", (await shown()) === all);
  await page.focus("[data-toggle]");
  await page.keyboard.press("Space");
  const fewer = await shown();
  expect("a group is put away by keys", fewer < all);
  expect("and says so", (await page.$eval("[data-toggle]", (it) => it.getAttribute("aria-pressed"))) === "false");
  await page.keyboard.press("Space");
  expect("and comes back", (await shown()) === all);
  await page.focus("#picture");
  await page.keyboard.press("+");
  const scale = await page.$eval("#picture", (picture) => Number(picture.dataset.scale));
  expect("the picture zooms by keys", scale > 1);
  await page.keyboard.down("Alt");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.up("Alt");
  expect("keys step to something and tell what it is", await page.$eval("#card", (card) => card.textContent.length > 0));
  await page.close();
}

async function without_scripts(browser, file) {
  const {page, where} = await open(browser, file, {width: 1280, scripts: false});
  const counts = await page.$$eval("table tbody tr", (rows) => rows.length).catch(() => 0);
  if (!(counts > 0)) fault(where, "no table");
  if ((await page.$("#picture, figure")) && !(await page.$("svg"))) fault(where, "no picture");
  await page.close();
}

const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
});
for (const file of files) {
  for (const width of [1280, 320]) await looked_through(browser, file, width);
  await used(browser, file);
  await without_scripts(browser, file);
  console.log(`${file}: looked through`);
}
await browser.close();
for (const one of faults) console.error(one);
console.log(`${files.length} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
