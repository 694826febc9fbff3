/** A ferry on two waves, the sign of the example organisation. */
export const Logo = (props: { size?: number }) => (
  <svg
    width={props.size ?? 28}
    height={props.size ?? 28}
    viewBox="0 0 32 32"
    aria-hidden="true"
  >
    <rect width="32" height="32" rx="7" fill="#0f6e84" />
    <path
      d="M6 16h20l-3.2 5.2H9.2L6 16Zm4-5.2h9.5v3.6H10v-3.6Zm3-4h4v2.6h-4V6.8Z"
      fill="#fff"
    />
    <path
      d="M5 25.4c1.8 0 1.8-1.2 3.7-1.2s1.8 1.2 3.6 1.2 1.9-1.2 3.7-1.2 1.8 1.2 3.7 1.2 1.8-1.2 3.6-1.2 1.9 1.2 3.7 1.2"
      fill="none"
      stroke="#8fe3d0"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
