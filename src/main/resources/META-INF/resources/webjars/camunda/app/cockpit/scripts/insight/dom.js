import words from './words.js';

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/** The address of one of the desk's own pages. */
export const desk = path => root + path;

/** What the bundles say; {0}, {1} … stand for the values. */
export const text = (key, ...values) =>
  values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), words[key] ?? key);

const present = children => children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== '');

/** An element; texts are never taken for markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.substring(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...present(children));
  return element;
}

/** @returns what the desk answers; throws with words for people when it does not */
export async function ask(path) {
  let answer;
  try {
    answer = await fetch(desk(path), { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  } catch (unreachable) {
    throw new Error(text('unreachable'));
  }
  if (!answer.ok) {
    throw Object.assign(new Error(text(answer.status === 404 ? 'not-found' : answer.status === 401 || answer.status === 403
      ? 'not-allowed' : 'unreachable')), { status: answer.status });
  }
  return answer.json();
}

/** Fills a node with what comes of the promise; says so when nothing does. */
export async function fill(node, loading, show) {
  try {
    node.replaceChildren(...present([await show(await loading)]));
  } catch (problem) {
    node.replaceChildren(el('p', { class: 'alert alert-warning', role: 'alert' }, problem.message));
  }
  node.removeAttribute('aria-busy');
}

/** A table whose rows are lists of cells. A cell is a text, an element, or {of, class}. */
export function table(caption, heads, rows) {
  const cell = content => content?.of === undefined ? el('td', {}, content) : el('td', { class: content.class }, content.of);
  return el('div', { class: 'insight-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', { class: 'cam-table table' },
      el('caption', { class: 'sr-only' }, caption),
      el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map(cells => el('tr', {}, cells.map(cell))))));
}

/** What the address of a page of ours says after its question mark. */
export const asked = () => new URLSearchParams(window.location.hash.split('?')[1] ?? '');

/** Goes to a page of ours in Cockpit; what is empty is left out. */
export function go(path, values) {
  const given = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  window.location.hash = `#${path}?${new URLSearchParams(given)}`;
}
