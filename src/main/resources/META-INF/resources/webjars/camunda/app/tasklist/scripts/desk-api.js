// The desk's own answers, in the session of whoever is signed in to Tasklist.
import { desk, say } from '../../desk.js';

let csrf = {};

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(desk + '/work' + path, { credentials: 'same-origin', ...options });
  } catch (unreachable) {
    throw new Error(say('several.offline'));
  }
  if (answer.status === 401) throw new Error(say('several.signedOut'));
  if (!answer.ok) throw new Error(say('several.failed', answer.status));
  return answer.json();
}

/** How much is in each list, and which one to begin with. */
export async function counts() {
  const answer = await call('/filter-counts');
  csrf = { [answer.header]: answer.token };
  return answer;
}

export function colleagues(tasks) {
  return call('/colleagues?' + tasks.map(task => 'task=' + encodeURIComponent(task)).join('&'));
}

export async function change(path, body) {
  if (!Object.keys(csrf).length) await counts();
  return call(path, {
    method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...csrf }
  });
}

/** A link from a task to the file of its case. */
export function caseLink(task) {
  return desk + '/work/tasks/' + encodeURIComponent(task) + '/case';
}

/** A mail that somebody has to sort belongs to no case yet. */
export function isMail(task) {
  return task.taskDefinitionKey === 'ScreenMail';
}
