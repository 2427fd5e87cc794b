// A button on the sign-in page of each web application. Whoever has just signed out leaves the provider as well.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

async function leaveProvider() {
  const answer = await fetch(`${root}/sso/state`, { credentials: 'same-origin' });
  if (answer.ok && (await answer.json()).signedOut) {
    window.location.replace(`${root}/sso/out`);
  }
}

function button(application) {
  const link = document.createElement('a');
  link.className = 'btn btn-lg btn-block btn-default single-sign-on';
  link.textContent = '$LABEL';
  const to = application === 'tasklist' ? '/tasks' : `/camunda/app/${application}/default/`;
  link.href = `${root}/sso/desk?to=${encodeURIComponent(to)}`;
  return link;
}

function between() {
  const line = document.createElement('p');
  line.textContent = '$OR';
  line.style.cssText = 'text-align: center; margin: 1em 0; color: #666';
  return line;
}

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map((application) => ({
  id: `single-sign-on.${application}`,
  pluginPoint: `${application}.login`,
  priority: 100,
  render(node) {
    const place = document.createElement('div');
    place.style.cssText = 'max-width: 380px; margin: 0 auto';
    place.append(between(), button(application));
    node.append(place);
    leaveProvider().catch(() => undefined);
  }
}));
