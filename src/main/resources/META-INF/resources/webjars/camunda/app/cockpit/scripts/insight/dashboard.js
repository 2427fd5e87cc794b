import { ask, desk, el, fill, text } from './dom.js';

const AGAIN = 30_000;
let timer;

const tile = figure => el('a', { class: `insight-tile${figure.alarming ? ' insight-alarm' : ''}${figure.count ? '' : ' insight-none'}`,
  href: desk(figure.href), 'data-figure': figure.key },
  el('strong', {}, figure.count.toLocaleString()), el('span', {}, figure.label));

const group = (title, figures) => el('div', { class: 'insight-group' }, el('h2', {}, title),
  el('div', { class: 'insight-tiles' }, figures.map(tile)));

const show = sheet => [
  el('div', { class: 'insight-groups' }, group(text('urgent'), sheet.urgent), group(text('today'), sheet.today)),
  group(text('stages', sheet.stages.reduce((sum, stage) => sum + stage.count, 0).toLocaleString()), sheet.stages)
];

/** On the page that Cockpit begins with: how the complaints stand, each number a link to its list. */
export default {
  id: 'complaints-now',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render(node) {
    const figures = el('div', { class: 'insight-figures', 'aria-busy': 'true' });
    const title = el('header', { class: 'insight-title' }, el('h1', { class: 'section-title' }, text('now')),
      el('a', { href: desk('/insight') }, text('whole-board')));
    node.append(el('section', { class: 'insight-dashboard', 'aria-label': text('now') }, title, figures));
    const load = () => fill(figures, ask('/insight/figures'), show);
    load();
    timer = window.setInterval(() => document.hidden || figures.contains(document.activeElement) || load(), AGAIN);
  },
  unmount() {
    window.clearInterval(timer);
  }
};
