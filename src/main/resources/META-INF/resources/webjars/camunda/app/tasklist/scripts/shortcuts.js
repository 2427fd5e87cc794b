// The keys and what they do, for the help as well as for the keyboard.
import { say } from '../../desk.js';

const alt = (name, code, key) => ({ name, code, alt: true, ctrl: false, key: 'Alt + ' + key });

export const KEYS = [
  alt('next', 'ArrowDown', '↓'),
  alt('previous', 'ArrowUp', '↑'),
  alt('claim', 'KeyC', 'C'),
  alt('giveBack', 'KeyR', 'R'),
  { name: 'complete', code: 'Enter', alt: false, ctrl: true, key: 'Ctrl + Enter' },
  alt('case', 'KeyO', 'O'),
  alt('choose', 'KeyX', 'X'),
  alt('filters', 'KeyG', 'G'),
  alt('list', 'KeyL', 'L'),
  alt('form', 'KeyI', 'I'),
  alt('start', 'KeyN', 'N'),
  alt('help', 'Slash', '/')
];

/** For Tasklist's own help. It would listen too, but hears only letters, not these names. */
export const HELP = Object.fromEntries(KEYS.map(({ name, key }) => [name, { key, description: say('keys.' + name) }]));
