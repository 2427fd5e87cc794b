// The lists at the left: how much is in each, which one the day begins with, and the most urgent task on top.
import { say } from '../../desk.js';
import { counts } from './desk-api.js';

const URGENT_FIRST = JSON.stringify([{ sortBy: 'priority', sortOrder: 'desc' }, { sortBy: 'dueDate', sortOrder: 'asc' }]);
const EVERY = 20_000;
const AT_LEAST = 2_000;
// What is still read as a number; the desk counts no further.
const MOST = 999;
// Tasklist has drawn what it has just learned.
const DRAWN = 100;

let lists = [];
let known = { counts: {} };
// Tasklist has just counted the list that is open.
let open = {};
let asked = 0;
let waiting = null;
// What the address said before Tasklist completed it. Whoever came by a link sees what the link says.
let beginning = { filter: !address().has('filter'), sorting: !address().has('sorting') };

function address() {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '');
}

// Whoever has chosen is not led elsewhere.
document.addEventListener('click', event => {
  if (event.target.closest?.('.task-filters, .sorting-choice')) beginning = {};
}, true);

function searching() {
  return (address().get('searchQuery') ?? '[]') !== '[]';
}

/** Tasklist sorts by what its address says, not by what a filter says, and begins with the newest. */
function begin() {
  const parameters = address();
  if (searching()) beginning.filter = false;
  const first = lists.find(list => list.properties.deskFilter === known.opening);
  if (beginning.sorting) parameters.set('sorting', URGENT_FIRST);
  if (beginning.filter && first && !parameters.has('task')) parameters.set('filter', first.id);
  const changed = beginning.sorting || beginning.filter;
  beginning = {};
  if (changed) window.location.hash = '#/?' + parameters;
}

function show() {
  document.querySelectorAll('.task-filters .task-filter').forEach((item, i) => {
    const list = lists[i]?.properties.deskFilter;
    const link = item.querySelector('.name a');
    const number = link.querySelector('.desk-count') ?? link.appendChild(document.createElement('span'));
    const count = list === open.list && !searching() ? open.count : known.counts[list];
    number.className = 'desk-count';
    number.textContent = count === undefined ? '' : count > MOST ? MOST + '+' : count;
    number.classList.toggle('none', count === 0);
  });
}

async function look() {
  clearTimeout(waiting);
  const since = Date.now() - asked;
  if (document.hidden || since < AT_LEAST) {
    waiting = setTimeout(look, document.hidden ? EVERY : AT_LEAST - since);
    return;
  }
  asked = Date.now();
  try {
    known = await counts();
    show();
    if (lists.length) begin();
  } catch (refused) {
    // The numbers are a help; without them the lists work as before.
  }
  waiting = setTimeout(look, EVERY);
}

/** Something was just done here; the numbers follow at once. */
export function recount() {
  asked = 0;
  return look();
}

function empty(list) {
  const note = document.querySelector('[cam-tasks] .well:not([data-desk])');
  const text = list && say('empty.' + list);
  if (note && text && !searching()) {
    note.dataset.desk = '';
    note.lastChild.data = ' ' + text;
  }
}

export default {
  id: 'desk-lists',
  pluginPoint: 'tasklist.list',
  priority: 200,
  render(node, { }, scope) {
    requestAnimationFrame(() => node.closest('view').classList.add('desk-nothing'));
    const page = scope.tasklistData.newChild(scope);
    page.observe('filters', filters => {
      lists = [...filters].sort((one, other) => (one.properties.priority || 0) - (other.properties.priority || 0));
      setTimeout(recount);
    });
    let before;
    page.observe(['currentFilter', 'taskList'], (filter, tasks) => {
      open = { list: filter?.properties.deskFilter, count: tasks?.count };
      setTimeout(() => {
        show();
        empty(filter?.properties.deskFilter);
      }, DRAWN);
      const now = filter?.id + ' ' + tasks?.count;
      if (now !== before) look();
      before = now;
    });
    scope.$on('$destroy', () => {
      clearTimeout(waiting);
      beginning = { filter: true, sorting: true };
    });
  }
};
