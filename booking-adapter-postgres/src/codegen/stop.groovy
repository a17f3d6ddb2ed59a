// Reached only when the generation went well, so what stands in target/ may now be taken as current.
def postgres = project.getContextValue('codegen.postgres')
if (postgres != null) {
    project.getContextValue('codegen.done').call()
    postgres.close()
}
