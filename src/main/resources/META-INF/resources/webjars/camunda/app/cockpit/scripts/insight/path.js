import { ask } from './dom.js';
import { showPath } from './diagram.js';

/** On the diagram of a running instance: the way it has come. */
export default {
  id: 'way-so-far',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,
  render(viewer, { processInstanceId }) {
    const id = processInstanceId ?? window.location.hash.split('/')[2];
    ask(`/insight/instances/${encodeURIComponent(id)}/path`).then(path => showPath(viewer, { ...path, open: [] }), () => {});
  }
};
