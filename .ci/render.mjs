// Draws process models as PNG: node .ci/render.mjs [model.bpmn picture.png]
// Without arguments every model under processes/ becomes docs/pictures/<process id>.png.
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bpmnJs = dirname(createRequire(import.meta.url).resolve('bpmn-js/package.json'));
const margin = 20;

async function allModels() {
  const folder = join(root, 'processes');
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.bpmn')).sort();
  return files.map(file => [
    join(folder, file),
    join(root, 'docs', 'pictures', file.slice(0, -'.bpmn'.length).split(sep).join('-') + '.png')
  ]);
}

async function draw(page, model, picture) {
  await page.setContent('<style>body { margin: 0; background: white } #canvas { width: 100vw; height: 100vh } .bjs-powered-by { display: none }</style><div id="canvas"></div>');
  await page.addStyleTag({ path: join(bpmnJs, 'dist/assets/diagram-js.css') });
  await page.addStyleTag({ path: join(bpmnJs, 'dist/assets/bpmn-js.css') });
  await page.addScriptTag({ path: join(bpmnJs, 'dist/bpmn-viewer.production.min.js') });
  const size = await page.evaluate(async ({ xml, margin }) => {
    const font = { fontFamily: '"Noto Sans CJK SC", sans-serif' };
    window.viewer = new BpmnJS({
      container: '#canvas',
      textRenderer: { defaultStyle: { ...font, fontSize: 12 }, externalStyle: { ...font, fontSize: 11 } }
    });
    const { warnings } = await viewer.importXML(xml);
    if (warnings.length) {
      throw new Error(warnings.map(warning => warning.message).join('\n'));
    }
    const { inner } = viewer.get('canvas').viewbox();
    window.area = { x: inner.x - margin, y: inner.y - margin, width: inner.width + 2 * margin, height: inner.height + 2 * margin };
    return { width: Math.ceil(area.width), height: Math.ceil(area.height) };
  }, { xml: await readFile(model, 'utf8'), margin });
  await page.setViewportSize(size);
  await page.evaluate(() => {
    viewer.get('canvas').resized();
    viewer.get('canvas').viewbox(area);
  });
  await mkdir(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`${relative(root, picture)} ${size.width}x${size.height}`);
}

const [model, picture] = process.argv.slice(2);
const pictures = model ? [[resolve(model), resolve(picture)]] : await allModels();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : []
});
try {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  for (const [from, to] of pictures) {
    await draw(page, from, to);
  }
} finally {
  await browser.close();
}
