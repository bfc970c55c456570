const packages: Readonly<Record<string, string>> = {
  RuntimeException: "java.lang",
  Exception: "java.lang",
  Error: "java.lang",
  IllegalArgumentException: "java.lang",
  IllegalStateException: "java.lang",
  NullPointerException: "java.lang",
  NumberFormatException: "java.lang",
  UnsupportedOperationException: "java.lang",
  ArithmeticException: "java.lang",
  ClassCastException: "java.lang",
  SecurityException: "java.lang",
  InterruptedException: "java.lang",
  CloneNotSupportedException: "java.lang",
  IndexOutOfBoundsException: "java.lang",
  ArrayIndexOutOfBoundsException: "java.lang",
  StringIndexOutOfBoundsException: "java.lang",
  NoSuchElementException: "java.util",
  InputMismatchException: "java.util",
  ConcurrentModificationException: "java.util",
  IOException: "java.io",
  FileNotFoundException: "java.io",
  UncheckedIOException: "java.io",
  SQLException: "java.sql",
  JsonProcessingException: "com.fasterxml.jackson.core",
  InvalidDefinitionException: "com.fasterxml.jackson.databind.exc",
  MismatchedInputException: "com.fasterxml.jackson.databind.exc",
  JsonParseException: "com.fasterxml.jackson.core",
  JsonSyntaxException: "com.google.gson",
};

const bases: Readonly<Record<string, string>> = {
  NumberFormatException: "IllegalArgumentException",
  IllegalArgumentException: "RuntimeException",
  IllegalStateException: "RuntimeException",
  NullPointerException: "RuntimeException",
  UnsupportedOperationException: "RuntimeException",
  ArithmeticException: "RuntimeException",
  ClassCastException: "RuntimeException",
  NoSuchElementException: "RuntimeException",
  IndexOutOfBoundsException: "RuntimeException",
  ArrayIndexOutOfBoundsException: "IndexOutOfBoundsException",
  StringIndexOutOfBoundsException: "IndexOutOfBoundsException",
  UncheckedIOException: "RuntimeException",
  JsonSyntaxException: "RuntimeException",
  FileNotFoundException: "IOException",
  JsonProcessingException: "IOException",
  JsonParseException: "JsonProcessingException",
  MismatchedInputException: "JsonProcessingException",
  InvalidDefinitionException: "JsonProcessingException",
  RuntimeException: "Exception",
  Exception: "Throwable",
  Error: "Throwable",
};

/** The exception classes above one of Java's libraries. */
export function exceptionBases(type: string): readonly string[] {
  if (type === "Throwable") return [];
  const next = Object.hasOwn(bases, type) ? bases[type] : "Exception";
  return next ? [next, ...exceptionBases(next)] : [];
}

/** An exception's class name with its package; undefined for one that is not known here. */
export function qualifiedException(type: string): string | undefined {
  return Object.hasOwn(packages, type) ? `${packages[type]}.${type}` : undefined;
}
