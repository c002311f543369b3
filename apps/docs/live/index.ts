import { type Component, defineAsyncComponent } from 'vue';
import TryIt from './try-it/try-it.vue';
import './live.css';

/** Type a request and see how it is signed; loaded by the page that shows it, and never while the site is made. */
const SigningSteps: Component = import.meta.env.SSR
  ? () => undefined
  : defineAsyncComponent(() => import('./signing/signing-steps.vue'));

export { SigningSteps, TryIt };
