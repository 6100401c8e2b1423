/** Style sheets are bundled by Vite into one file served from our own origin. */
declare module '*.css' {}
