// Several tasks at once: choose them in the list, then claim, give back or hand over together. What became of each is said.
import { say } from '../../desk.js';
import { recount } from './lists.js';
import { caseLink, change, colleagues, isMail } from './desk-api.js';

const SOON = 4 * 3_600_000;

const chosen = new Map();
let page = [];
let list = null;
let bar = null;

function make(tag, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

function button(key, onclick, style = 'btn-default') {
  return make('button', { type: 'button', className: 'btn btn-xs ' + style, textContent: say(key), onclick });
}

/** What a person calls a task: what is to do, for whom, and the number of the case. */
function name(task) {
  const facts = Object.fromEntries((task._embedded?.variable ?? []).map(variable => [variable.name, variable.value]));
  return { what: [task.name, facts.customerName].filter(Boolean).join(' · '), number: facts.number ?? '' };
}

/** Past its time, or nearly: seen before it is read. */
function urgency(due) {
  const left = due ? Date.parse(due.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) - Date.now() : Infinity;
  return left < 0 ? ['desk-late'] : left < SOON ? ['desk-soon'] : [];
}

/** Chooses a task, or not any longer; by the box beside it or by the keyboard. */
export function choose(id, on = !chosen.has(id)) {
  const task = page.find(one => one.id === id);
  if (!task) return;
  if (on) chosen.set(id, name(task)); else chosen.delete(id);
  draw();
}

function draw() {
  for (const box of document.querySelectorAll('.desk-choose')) box.checked = chosen.has(box.value);
  if (!bar) return;
  const all = make('input', {
    type: 'checkbox', checked: page.length > 0 && page.every(task => chosen.has(task.id)), disabled: !page.length,
    onchange() {
      page.forEach(task => this.checked ? chosen.set(task.id, name(task)) : chosen.delete(task.id));
      draw();
    }
  });
  const what = make('span', { className: 'chosen', textContent: chosen.size ? say('several.chosen', chosen.size) : '' });
  const deeds = make('span', { className: 'deeds' });
  if (chosen.size) {
    deeds.append(button('several.claim', () => act('/claims', {}), 'btn-primary'), button('several.giveBack', () => act('/handovers', { to: null })),
      button('several.handOver', pick), button('several.clear', clear, 'btn-link'));
  }
  bar.querySelector('.desk-several-line').replaceChildren(
    make('label', { title: say('several.none') }, all, ' ' + say('several.page')), what, deeds);
  bar.hidden = !page.length && !bar.querySelector('.desk-result');
}

function clear() {
  chosen.clear();
  note();
  draw();
}

/** Puts a note under the bar, in place of the one before. */
function note(...content) {
  bar.querySelector('.desk-note').replaceChildren(...content);
}

async function pick() {
  try {
    const people = await colleagues([...chosen.keys()]);
    if (!people.length) return note(make('p', { className: 'desk-result refused', textContent: say('several.nobody') }));
    const to = make('select', { className: 'form-control input-sm', ariaLabel: say('several.to') }, ...people.map(person =>
      make('option', { value: person.id, textContent: person.away ? say('several.away', person.name) : person.name })));
    note(make('span', { className: 'desk-hand' }, make('label', {}, say('several.to') + ' ', to),
      button('several.hand', () => act('/handovers', { to: to.value }), 'btn-primary'), button('several.cancel', () => note(), 'btn-link')));
    to.focus();
  } catch (refused) {
    note(make('p', { className: 'desk-result refused', textContent: refused.message }));
  }
}

async function act(path, wish) {
  const names = new Map(chosen);
  for (const each of bar.querySelectorAll('button')) each.disabled = true;
  try {
    const { results } = await change(path, { tasks: [...names.keys()], ...wish });
    results.filter(one => one.done).forEach(one => chosen.delete(one.task));
    told(results, names);
  } catch (refused) {
    note(make('p', { className: 'desk-result refused', role: 'alert', textContent: refused.message }));
  }
  draw();
  list?.changed('taskList');
  list?.changed('task');
  recount();
}

function told(results, names) {
  const done = results.filter(one => one.done).length;
  const lines = [...results].sort((one, other) => one.done - other.done).map(one => make('li', { className: one.done ? 'done' : 'refused' },
    make('span', {}, names.get(one.task).what + ' ', make('small', { textContent: names.get(one.task).number })),
    make('strong', { textContent: one.message })));
  const heading = done === results.length ? say('several.allDone', done) : say('several.someDone', done, results.length - done);
  note(make('div', { className: 'desk-result', role: 'status' },
    make('p', {}, make('strong', { textContent: heading }), button('several.close', () => note(), 'btn-link')),
    make('ul', {}, ...lines)));
}

const bars = {
  id: 'desk-several',
  pluginPoint: 'tasklist.list',
  priority: 50,
  render(node, { }, scope) {
    list = scope.tasklistData.newChild(scope);
    bar = node;
    node.className = 'desk-several';
    node.append(make('div', { className: 'desk-several-line' }), make('div', { className: 'desk-note', ariaLive: 'polite' }));
    let filter;
    list.observe('currentFilter', now => {
      if (filter && now?.id !== filter) clear();
      filter = now?.id;
    });
    list.observe('taskList', found => {
      page = found?._embedded?.task ?? [];
      const there = new Set(page.map(task => task.id));
      [...chosen.keys()].filter(id => !there.has(id)).forEach(id => chosen.delete(id));
      draw();
    });
  }
};

const boxes = {
  id: 'desk-task',
  pluginPoint: 'tasklist.card',
  priority: 1,
  render(node, { taskId }, scope) {
    const box = make('input', {
      type: 'checkbox', className: 'desk-choose', value: taskId, checked: chosen.has(taskId),
      ariaLabel: say('several.choose', scope.task.name), title: say('several.choose', scope.task.name),
      onclick: event => event.stopPropagation(), onchange: () => choose(taskId, box.checked)
    });
    const { number } = name(scope.task);
    const file = make('a', {
      className: 'desk-case', href: caseLink(taskId), target: '_blank', title: say('case.open.title'),
      textContent: number || say(isMail(scope.task) ? 'case.open.mail' : 'case.open'), onclick: event => event.stopPropagation()
    });
    node.append(box, file);
    requestAnimationFrame(() => node.closest('li.task')?.classList
      .add(...urgency(scope.task.due), ...number ? ['desk-numbered'] : []));
  }
};

export default [bars, boxes];
