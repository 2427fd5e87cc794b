package org.complaintdesk.platform;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the desk signs links with.
 *
 * @param secret at least 32 characters nobody can guess; made by the desk and kept in its database when not set
 */
@Validated
@ConfigurationProperties("complaintdesk")
record SecretProperties(@Size(min = 32, message = "complaintdesk.secret must have at least 32 characters") String secret) {

    /** Not even by accident in a log. */
    @Override
    public String toString() {
        return "SecretProperties[secret=" + (secret == null ? "none" : "set") + "]";
    }
}
