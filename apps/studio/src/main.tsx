import { render } from 'preact';
import { App } from './app.tsx';
import { resume } from './state/session.ts';
import { readablePath } from './text/readable-path.ts';
import './styles/index.css';

history.scrollRestoration = 'manual';
const path = readablePath(location.pathname);
if (path !== location.pathname) history.replaceState(null, '', path);
void resume();

const root = document.querySelector('#app');
if (root !== null) render(<App />, root);
