# Sourced by ./mvnw. Leaves a JDK 25 or newer in JAVA_HOME, or says what to install.
# Keeps JAVA_HOME if it is new enough; else takes the `javac` on the PATH; else the first JDK that is new enough in the
# usual places.

required_jdk=25

# Prints the major version of the JDK in the given directory, nothing if there is no compiler in it.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

jdk_is_new_enough() {
  _major=$(jdk_major "$1")
  [ -n "$_major" ] && [ "$_major" -ge "$required_jdk" ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_is_new_enough "$JAVA_HOME"; then
    return 0
  fi
  _on_path=$(command -v javac 2>/dev/null) || _on_path=
  if [ -n "$_on_path" ]; then
    _on_path=$(readlink -f "$_on_path" 2>/dev/null || printf '%s' "$_on_path")
  fi
  for _jdk in "${_on_path%/bin/javac}" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$_jdk" ] && jdk_is_new_enough "$_jdk"; then
      JAVA_HOME=$_jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK $required_jdk found: install one (for example Temurin $required_jdk) or set JAVA_HOME to it." >&2
  return 1
}

find_jdk || exit 1
