// What questions about rights need, in one piece.
export { askPermission, askRoles, askTokens } from './ask-rights.js';
export { checkToken, rightsScope } from './check-question.js';
