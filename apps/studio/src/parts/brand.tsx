/** The studio's mark with its name. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="9" />
        <path d="M12.5 9.6v12.8a1 1 0 0 0 1.5.87l10.4-6.4a1 1 0 0 0 0-1.74L14 8.73a1 1 0 0 0-1.5.87Z" />
      </svg>
      Studio
    </span>
  );
}
