// Shows what was chosen, and says before sending what would not be taken. The page works without it.
const input = document.getElementById('files');
const chosen = document.getElementById('files-chosen');
const MEGABYTE = 1024 * 1024;
const SMALL = 128;

async function draw(file, item) {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  const side = Math.min(picture.width, picture.height);
  canvas.width = canvas.height = SMALL;
  canvas.getContext('2d').drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SMALL, SMALL);
  picture.close();
  canvas.setAttribute('aria-hidden', 'true');
  item.prepend(canvas);
}

function problems(files) {
  const limit = input.dataset;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return [
    files.some(file => file.size > limit.each * MEGABYTE) && limit.tooLarge,
    bytes > limit.together * MEGABYTE && limit.tooMuch,
    files.length > limit.most && limit.tooMany,
  ].filter(Boolean);
}

function show() {
  const files = [...input.files];
  const list = document.createElement('ul');
  list.className = 'files';
  for (const file of files.slice(0, Number(input.dataset.most))) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'name';
    const size = file.size < MEGABYTE ? `${(file.size / 1024).toFixed(0)} KB` : `${(file.size / MEGABYTE).toFixed(1)} MB`;
    name.textContent = `${file.name} · ${size}`;
    item.append(name);
    list.append(item);
    if (file.type.startsWith('image/')) {
      draw(file, item).catch(() => {});
    }
  }
  const hints = problems(files).map(text => {
    const hint = document.createElement('p');
    hint.className = 'error';
    hint.textContent = text;
    return hint;
  });
  chosen.replaceChildren(...hints, ...(files.length ? [list] : []));
}

input.addEventListener('change', show);
