import { signal } from '@preact/signals';

/** Whether the browser thinks that there is a network. */
export const isOnline = signal(navigator.onLine);

/** Changes each time when the network is back, so that what failed without it is tried again. */
export const reconnections = signal(0);

addEventListener('offline', () => (isOnline.value = false));
addEventListener('online', () => {
  isOnline.value = true;
  reconnections.value++;
});
