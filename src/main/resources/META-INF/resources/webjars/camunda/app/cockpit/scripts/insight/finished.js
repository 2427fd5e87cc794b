import { ask, asked, desk, el, fill, go, table, text } from './dom.js';
import { draw, showPath } from './diagram.js';
import { showCase } from './case.js';

const PATH = '/insight/finished';

const choice = (name, label, options, chosen, any) => el('label', {}, el('span', {}, label),
  el('select', { name, class: 'form-control' }, any ? el('option', { value: '' }, any) : null,
    options.map(option => el('option', { value: option.value, selected: option.value === chosen }, option.label))));

const field = (name, type, label, value) => el('label', {}, el('span', {}, label),
  el('input', { name, type, class: 'form-control', value: value ?? '' }));

function form(page) {
  const search = asked();
  const submit = event => {
    event.preventDefault();
    go(PATH, Object.fromEntries(new FormData(event.target)));
  };
  const kind = choice('kind', text('kind'), page.kinds, page.kind);
  kind.querySelector('select').addEventListener('change', event => go(PATH, { kind: event.target.value }));
  return el('form', { class: 'insight-search', role: 'search', onsubmit: submit }, kind,
    field('q', 'search', text('number'), search.get('q')),
    field('from', 'date', text('from'), page.from), field('to', 'date', text('until'), page.to),
    choice('outcome', text('outcome'), page.outcomes, search.get('outcome'), text('any')),
    el('button', { class: 'btn btn-primary' }, text('find')));
}

const list = page => page.rows.length === 0 ? el('p', { role: 'status' }, text('none-finished'))
  : table(text('finished'), [text('case-number'), text('shop'), text('outcome'), text('received'), text('closed'), text('took')],
    page.rows.map(row => [el('a', { href: `#${PATH}?number=${row.number}` }, row.number), row.shop, row.outcome, row.received, row.closed, row.took]));

function more(page) {
  const search = Object.fromEntries(asked());
  return page.next === null ? null : el('p', {}, el('a', { href: `#${PATH}?${new URLSearchParams({ ...search, after: page.next })}` }, text('older')));
}

function showList(node) {
  const search = asked();
  fill(node, ask(`/insight/finished?${search}`), page => [form(page), list(page), more(page)]);
}

const steps = path => table(text('way'), [text('step'), text('since'), text('stayed'), text('who'), text('state')],
  path.steps.map(step => [step.into ? el('a', { href: hrefOf(step.into) }, step.name) : step.name, step.from, step.length, step.who, step.state]));

const hrefOf = instance => `#${PATH}?number=${asked().get('number')}&instance=${encodeURIComponent(instance)}`;

const instances = (sheet, shown) => el('ul', { class: 'nav nav-pills insight-instances', 'aria-label': text('flows') }, sheet.instances.map(one =>
  el('li', { class: one.id === shown ? 'active' : null }, el('a', { href: hrefOf(one.id), 'aria-current': one.id === shown ? 'true' : null },
    `${one.name} · ${one.from}`))));

const legend = () => el('p', { class: 'insight-legend' },
  ['been', 'open', 'canceled'].map(kind => el('span', { class: `insight-key-${kind}` }, text(`legend-${kind}`))));

function showOne(node, api) {
  const number = asked().get('number');
  fill(node, ask(`/insight/cases/${encodeURIComponent(number)}`), async sheet => {
    const shown = asked().get('instance') ?? sheet.instances[0]?.id;
    const path = shown ? await ask(`/insight/instances/${encodeURIComponent(shown)}/path`) : null;
    const diagram = el('div', { class: 'insight-diagram', role: 'img', 'aria-label': text('diagram-of', path?.title ?? '') });
    if (path) {
      draw(diagram, path.definition, api).then(viewer => viewer && showPath(viewer, path));
    }
    return [el('p', {}, el('a', { href: `#${PATH}` }, text('back'))), el('h2', {}, `${sheet.number} · ${text('way')}`),
      path ? [instances(sheet, shown), diagram, legend(), steps(path)] : el('p', {}, text('no-way')), showCase(sheet)];
  });
}

/** A page of its own in Cockpit: finished cases, and the way each took. */
export default [{
  id: 'finished-cases',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: { path: PATH, label: text('finished') },
  render(node, { api }) {
    document.title = `${text('finished')} · Cockpit`;
    const shown = el('div', { 'aria-busy': 'true' });
    node.append(el('main', { class: 'insight-page', id: 'insight-finished' }, el('h1', {}, text('finished')), shown));
    if (asked().get('number')) {
      showOne(shown, api);
    } else {
      showList(shown);
    }
  }
}, {
  id: 'finished-cases-entry',
  pluginPoint: 'cockpit.navigation',
  priority: 5,
  properties: { label: text('finished'), pagePath: `#${PATH}`, checkActive: address => address.includes(`#${PATH}`) }
}];
