import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { App } from './app.tsx';
import { resume } from './state/session.ts';
import './styles/index.css';

history.scrollRestoration = 'manual';
void resume();

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <LocationProvider>
      <App />
    </LocationProvider>,
    root,
  );
}
