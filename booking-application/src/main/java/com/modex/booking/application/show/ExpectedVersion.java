package com.modex.booking.application.show;

import java.util.Set;

/** Which versions of a show a change may be made on. */
public sealed interface ExpectedVersion {
    boolean includes(long version);

    /** Whatever it is by now. */
    record Any() implements ExpectedVersion {
        @Override
        public boolean includes(long version) {
            return true;
        }
    }

    /** One of those that the admin has seen. */
    record OneOf(Set<Long> versions) implements ExpectedVersion {
        public OneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public boolean includes(long version) {
            return versions.contains(version);
        }
    }
}
