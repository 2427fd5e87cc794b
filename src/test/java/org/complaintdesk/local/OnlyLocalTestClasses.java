package org.complaintdesk.local;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps the tests' own configuration out of the local system: the application scans its package, and on the test class
 * path that package holds the tests too.
 */
class OnlyLocalTestClasses extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) {
        Resource source = type.getResource();
        return source.getDescription().replace('\\', '/').contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnlyLocalTestClasses;
    }

    @Override
    public int hashCode() {
        return OnlyLocalTestClasses.class.hashCode();
    }
}
