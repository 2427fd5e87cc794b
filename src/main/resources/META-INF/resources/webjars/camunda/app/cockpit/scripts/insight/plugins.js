import dashboard from './dashboard.js';
import caseTab from './case.js';
import finished from './finished.js';
import path from './path.js';
import stays from './stays.js';

export default [dashboard, caseTab, path, ...finished, ...stays];
