// What questions about rights need, in one piece.
export { askPermission, askRoles, askTokens } from './ask-rights.js';
export { checkScope, checkToken } from './check-question.js';
export { questionsOf } from './questions-of.js';
