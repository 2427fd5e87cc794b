import { ask, asked, desk, el, fill, go, table, text } from './dom.js';
import { clearHeat, draw, showHeat } from './diagram.js';

const PATH = '/insight/stays';
const PERIODS = [7, 30, 90, 365];

const hrefOf = (process, days, step) => `#${PATH}?${new URLSearchParams({ process, days, step })}`;

function form(sheet) {
  const submit = event => {
    event.preventDefault();
    go(PATH, Object.fromEntries(new FormData(event.currentTarget)));
  };
  return el('form', { class: 'insight-search', onsubmit: submit },
    el('label', {}, el('span', {}, text('flow')), el('select', { name: 'process', class: 'form-control' }, sheet.flows.map(flow =>
      el('option', { value: flow.key, selected: flow.key === sheet.process }, flow.name)))),
    el('label', {}, el('span', {}, text('period')), el('select', { name: 'days', class: 'form-control' }, PERIODS.map(days =>
      el('option', { value: days, selected: days === sheet.days }, text('days', days))))),
    el('button', { class: 'btn btn-primary' }, text('show')), el('span', { class: 'insight-period' }, text('counted', sheet.period, sheet.counted.toLocaleString())));
}

const legend = () => el('p', { class: 'insight-legend' }, text('legend-heat'), [1, 2, 3, 4, 5].map(heat =>
  el('span', { class: `insight-key insight-key-heat-${heat}`, 'aria-hidden': 'true' })), el('span', {}, text('legend-hot')),
  el('span', { class: 'badge insight-standing' }, '3'), el('span', {}, text('legend-standing')),
  el('span', { class: 'badge insight-standing insight-stuck' }, '3'), el('span', {}, text('legend-stuck')));

const steps = sheet => table(text('stays'), [text('step'), text('usual'), text('slow'), text('longest'), text('ended'), text('standing'), text('since'), text('stuck')],
  sheet.steps.map(step => [step.name, { of: step.usual, class: `insight-cell-heat-${Math.ceil(step.heat * 5)}` }, step.slow, step.longest,
    step.stays.toLocaleString(), step.standing === 0 ? '0' : el('a', { href: hrefOf(sheet.process, sheet.days, step.id) }, step.standing.toLocaleString()),
    step.standing === 0 ? '' : text('since-waiting', step.since, step.waiting),
    { of: step.stuck === 0 ? '' : step.stuck.toLocaleString(), class: step.stuck > 0 ? 'insight-late' : null }]));

const standing = rows => rows.length === 0 ? el('p', { role: 'status' }, text('nobody'))
  : table(text('standing'), [text('case-number'), text('since'), text('waiting'), text('who'), text('instance')], rows.map(row =>
    [el('a', { href: desk(row.href) }, row.number), row.since, row.waiting, row.who,
      el('a', { href: `#/process-instance/${row.instance}/runtime` }, text('open-instance'))]));

async function show(sheet, api) {
  const step = asked().get('step');
  const diagram = el('div', { class: 'insight-diagram', role: 'img', 'aria-label': text('heat-of', sheet.flows.find(flow => flow.key === sheet.process).name) });
  draw(diagram, sheet.definition, api).then(viewer => viewer && showHeat(viewer, sheet.steps, one => hrefOf(sheet.process, sheet.days, one.id)));
  const chosen = step && sheet.steps.find(one => one.id === step);
  const there = chosen ? [el('h2', { id: 'standing', tabindex: -1 }, text('standing-at', chosen.name)),
    standing(await ask(`/insight/stays/${encodeURIComponent(sheet.process)}/${encodeURIComponent(step)}`))] : [];
  return [form(sheet), ...there, diagram, legend(), steps(sheet)];
}

/** A page of its own in Cockpit: where cases stay long, and where they stand now. */
export default [{
  id: 'stays',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: { path: PATH, label: text('stays') },
  render(node, { api }) {
    document.title = `${text('stays')} · Cockpit`;
    const shown = el('div', { 'aria-busy': 'true' });
    node.append(el('main', { class: 'insight-page', id: 'insight-stays' }, el('h1', {}, text('stays')), shown));
    fill(shown, ask(`/insight/stays?${asked()}`), sheet => show(sheet, api));
  }
}, {
  id: 'stays-entry',
  pluginPoint: 'cockpit.navigation',
  priority: 4,
  properties: { label: text('stays'), pagePath: `#${PATH}`, checkActive: address => address.includes(`#${PATH}`) }
}, {
  id: 'stays-on-the-diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  render(viewer, { processDefinitionId }) {
    const key = (processDefinitionId ?? window.location.hash.split('/')[2] ?? '').split(':')[0];
    let steps = null;
    const button = el('button', { type: 'button', class: 'btn btn-default insight-toggle', 'aria-pressed': 'false' }, text('show-heat'));
    button.addEventListener('click', async () => {
      if (steps) {
        clearHeat(viewer, steps);
        steps = null;
      } else {
        const sheet = await ask(`/insight/stays?process=${encodeURIComponent(key)}`).catch(() => null);
        steps = sheet?.process === key ? sheet.steps : [];
        showHeat(viewer, steps, one => hrefOf(key, 30, one.id));
      }
      button.setAttribute('aria-pressed', String(steps !== null));
    });
    viewer.get('canvas').getContainer().append(button);
  }
}];
