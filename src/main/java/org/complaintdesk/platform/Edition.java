package org.complaintdesk.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Which of several versions of the desk is the later one, while nodes of both work on one database: the one whose jar was
 * built later. Version numbers would not do, for two builds may carry the same.
 */
@Component
public class Edition {

    private final Instant builtAt;

    @Autowired
    Edition(ObjectProvider<BuildProperties> build) {
        this(build.stream().map(BuildProperties::getTime).findFirst().orElseGet(Instant::now));
    }

    Edition(Instant builtAt) {
        this.builtAt = builtAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return when this software was built; of software that runs without having been packaged, when it began to run */
    public Instant builtAt() {
        return builtAt;
    }
}
