// What the desk adds to Tasklist. Tasklist names a version in the address of each script it loads, so that a script which
// loads another must be loaded by a script itself: else there are two of it.
import lists from './lists.js';
import several from './several.js';
import caseLink from './case-link.js';
import './keys.js';

export default [lists, ...several, caseLink];
