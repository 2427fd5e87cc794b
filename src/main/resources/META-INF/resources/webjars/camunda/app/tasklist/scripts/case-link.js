// From an open task to the file of its case, beside the task's other actions.
import { say } from '../../desk.js';
import { caseLink, isMail } from './desk-api.js';

export default {
  id: 'desk-case',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,
  render(node, { }, scope) {
    node.className = 'desk-case';
    const icon = Object.assign(document.createElement('span'), { className: 'glyphicon glyphicon-folder-open' });
    const text = document.createElement('span');
    const link = Object.assign(document.createElement('a'), { target: '_blank', title: say('case.open.title') });
    link.append(icon, ' ', text);
    node.append(link);
    scope.$watch('task', task => {
      link.hidden = !task;
      if (task) {
        link.href = caseLink(task.id);
        text.textContent = say(isMail(task) ? 'case.open.mail' : 'case.open');
      }
    });
  }
};
