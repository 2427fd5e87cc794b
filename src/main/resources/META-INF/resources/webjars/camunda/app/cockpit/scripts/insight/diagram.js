import { el, text } from './dom.js';

let Viewer;

/** The viewer that Cockpit itself draws diagrams with; nothing else has to be brought. */
function cockpitsViewer() {
  if (!Viewer) {
    const chunks = (self.webpackChunkcamunda_bpm_webapp ??= []);
    chunks.push([[`complaint-desk-${Date.now()}`], {}, require => {
      for (const id of Object.keys(require.m)) {
        if (require.m[id].toString().includes('._navigationModules=')) {
          Viewer ??= Object.values(require(id)).find(found => found?.prototype?._navigationModules && found.prototype.importXML);
        }
      }
    }]);
  }
  return Viewer;
}

/**
 * Draws the diagram of a version of a flow into the node.
 *
 * @returns the viewer, or null when it cannot be drawn: then the tables beside it have to do
 */
export async function draw(node, definition, api) {
  const NavigatedViewer = cockpitsViewer();
  if (!NavigatedViewer) {
    node.replaceChildren(el('p', { class: 'alert alert-warning' }, text('no-diagram')));
    return null;
  }
  const answer = await fetch(`${api.engineApi}/process-definition/${encodeURIComponent(definition)}/xml`,
    { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) {
    node.replaceChildren(el('p', { class: 'alert alert-warning' }, text('no-diagram')));
    return null;
  }
  const canvas = el('div', { class: 'insight-canvas' });
  node.replaceChildren(canvas, tools(() => viewer));
  const viewer = new NavigatedViewer({ container: canvas });
  await viewer.importXML((await answer.json()).bpmn20Xml);
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  return viewer;
}

function tools(viewer) {
  const zoom = step => () => viewer().get('zoomScroll').stepZoom(step);
  const button = (sign, label, action) => el('button', { type: 'button', class: 'btn btn-default', title: label, 'aria-label': label,
    onclick: action }, el('span', { class: `glyphicon glyphicon-${sign}`, 'aria-hidden': 'true' }));
  return el('div', { class: 'insight-zoom', role: 'group', 'aria-label': text('zoom') },
    button('plus', text('zoom-in'), zoom(1)), button('minus', text('zoom-out'), zoom(-1)),
    button('screenshot', text('zoom-fit'), () => viewer().get('canvas').zoom('fit-viewport', 'auto')));
}

/** Marks on a diagram which way an instance took. */
export function showPath(viewer, path) {
  const canvas = viewer.get('canvas');
  const known = viewer.get('elementRegistry');
  const isStep = element => element && element.type !== 'bpmn:SubProcess';
  const mark = (ids, marker) => ids.filter(id => isStep(known.get(id))).forEach(id => canvas.addMarker(id, marker));
  mark(path.elements, 'insight-been');
  mark(path.canceled, 'insight-canceled');
  mark(path.open, 'insight-open');
  mark(path.flows, 'insight-taken');
}

/** Marks on a diagram how long cases stay at each step, and how many stand there. */
export function showHeat(viewer, steps, href) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const known = viewer.get('elementRegistry');
  steps.filter(step => known.get(step.id)).forEach(step => {
    if (step.stays > 0) {
      canvas.addMarker(step.id, `insight-heat-${Math.min(5, Math.ceil(step.heat * 5))}`);
      overlays.add(step.id, 'insight', { position: { top: -12, left: 0 }, show: { minZoom: 0.45 }, scale: { min: 0.9, max: 1.2 },
        html: el('span', { class: 'insight-length', title: text('usual-slow', step.usual, step.slow, step.stays) }, step.usual) });
    }
    if (step.standing > 0) {
      overlays.add(step.id, 'insight', { position: { bottom: 10, left: -8 }, scale: { min: 0.8, max: 1.2 },
        html: el('a', { class: `insight-standing badge${step.stuck > 0 ? ' insight-stuck' : ''}`, href: href(step),
          title: text('standing-since', step.standing, step.since, step.waiting),
          'aria-label': `${step.name}: ${text('standing-since', step.standing, step.since, step.waiting)}` }, String(step.standing)) });
    }
  });
}

export function clearHeat(viewer, steps) {
  viewer.get('overlays').remove({ type: 'insight' });
  const known = viewer.get('elementRegistry');
  steps.filter(step => known.get(step.id)).forEach(step =>
    [0, 1, 2, 3, 4, 5].forEach(heat => viewer.get('canvas').removeMarker(step.id, `insight-heat-${heat}`)));
}
