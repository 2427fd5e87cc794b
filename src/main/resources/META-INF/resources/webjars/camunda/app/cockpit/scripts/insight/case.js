import { ask, desk, el, fill, table, text } from './dom.js';

const facts = sheet => el('dl', { class: 'insight-facts' }, sheet.facts.flatMap(fact => [
  el('dt', {}, fact.label), el('dd', { class: fact.late ? 'insight-late' : null }, fact.value)]));

const clocks = sheet => sheet.clocks.length === 0 ? null : table(text('clocks'), [text('clock'), text('due'), text('stands')],
  sheet.clocks.map(clock => [el('a', { href: desk(clock.href) }, clock.name), clock.due,
    { of: `${clock.state} · ${clock.brief}`, class: clock.late ? 'insight-late' : null }]));

const messages = sheet => sheet.messages.length === 0 ? el('p', {}, text('no-messages'))
  : table(text('messages'), [text('message'), text('to'), text('state'), text('at')], sheet.messages.map(message =>
    [message.subject, message.to, { of: message.state, class: message.late ? 'insight-late' : null }, message.at]));

/** What a case is about, its clocks and its messages. */
export const showCase = sheet => [
  el('p', { class: 'insight-number' }, el('a', { href: desk(sheet.href) }, sheet.number), ' ', text('open-case')),
  el('div', { class: 'insight-columns' },
    el('section', {}, el('h4', {}, text('facts')), facts(sheet)),
    sheet.clocks.length === 0 ? null : el('section', {}, el('h4', {}, text('clocks')), clocks(sheet))),
  el('section', {}, el('h4', {}, text('messages')), messages(sheet))
];

/** On the page of an instance: the case it is about. */
export default {
  id: 'complaint-case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: text('case') },
  render(node, { processInstanceId }) {
    const shown = el('div', { class: 'insight-case', 'aria-busy': 'true' });
    node.append(shown);
    fill(shown, ask(`/insight/instances/${encodeURIComponent(processInstanceId)}/case`)
      .catch(problem => problem.status === 404 ? null : Promise.reject(problem)),
      sheet => sheet === null ? [el('p', {}, text('no-case'))] : showCase(sheet));
  }
};
