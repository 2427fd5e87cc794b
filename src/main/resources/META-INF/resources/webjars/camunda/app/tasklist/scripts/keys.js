// Work without the mouse, also while a Chinese input method is on: every key is a combination that input methods, browsers
// and messengers leave alone, and nothing happens while a word is being composed.
import { choose } from './several.js';
import { KEYS } from './shortcuts.js';

const DEEDS = {
  next: () => step(1),
  previous: () => step(-1),
  claim: () => press('.task-card button.claim'),
  giveBack: () => press('.task-card button.unclaim'),
  complete,
  case: () => press('.task-details .desk-case a'),
  choose: () => {
    const task = document.querySelector('.tasks-list li.task.active .desk-choose');
    if (task) choose(task.value);
  },
  filters: () => document.querySelector('.task-filters .task-filter .name a')?.focus(),
  list: () => document.querySelector('.tasks-list li.task h4.task a')?.focus(),
  form: () => document.querySelector('.task-card .fjs-container :is(input, textarea, select):not([disabled])')?.focus(),
  start: () => press('.start-process-action a'),
  help: () => press('a.showShortcutHelp')
};

function press(button) {
  const there = document.querySelector(button);
  if (there && !there.disabled && !there.closest('.ng-hide')) there.click();
}

// A field tells its form what was typed after a pause or when it is left, and only then may the form be complete. Whoever is
// refused goes on where they wrote.
function complete() {
  const field = document.activeElement;
  field.blur();
  requestAnimationFrame(() => {
    press('.task-card button[ng-click="complete()"]');
    if (field.closest('.fjs-form-field-textarea, .fjs-form-field-textfield, .fjs-form-field-number')) field.focus();
  });
}

function step(by) {
  const tasks = [...document.querySelectorAll('.tasks-list li.task')];
  const now = tasks.findIndex(task => task.classList.contains('active'));
  const next = tasks[now < 0 ? 0 : now + by];
  next?.querySelector('h4.task a').click();
  next?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || document.querySelector('.modal-content')) return;
  const deed = KEYS.find(key => event.code === key.code && event.altKey === key.alt && event.ctrlKey === key.ctrl
    && !event.shiftKey && !event.metaKey);
  if (!deed) return;
  event.preventDefault();
  event.stopPropagation();
  DEEDS[deed.name]();
}, true);
