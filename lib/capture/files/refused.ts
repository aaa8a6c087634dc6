/** A file that is not read; its message is for the person. It lies apart, since the worker loads it first. */
export class FileRefused extends Error {}
