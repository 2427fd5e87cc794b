package org.complaintdesk.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Signs what only the desk can have written: private links, references in mails. The secret is
 * {@code COMPLAINTDESK_SECRET}, or made once and kept in the database, so that every node signs alike.
 */
@Component
public class DeskSecret {

    private static final Logger LOG = LoggerFactory.getLogger(DeskSecret.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int LENGTH = 22;

    private final SecretKeySpec key;

    DeskSecret(SecretProperties settings, JdbcClient jdbc) {
        String secret = StringUtils.hasText(settings.secret()) ? settings.secret().strip() : kept(jdbc);
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static String kept(JdbcClient jdbc) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        int made = jdbc.sql("insert into desk_secret (secret) values (?) on conflict do nothing")
                .param(HexFormat.of().formatHex(random)).update();
        if (made == 1) {
            LOG.info("COMPLAINTDESK_SECRET is not set: private links are signed with a secret kept in the database.");
        }
        return jdbc.sql("select secret from desk_secret").query(String.class).single();
    }

    /**
     * @param purpose what the signature is for: one made for another purpose is never good for this one
     * @return 22 characters fit for addresses and headers, 132 bits
     */
    public String sign(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }

    /** @return whether {@link #sign} made this, in a time that does not tell how near it was; null never is */
    public boolean verify(String purpose, String text, String mac) {
        return mac != null && MessageDigest.isEqual(sign(purpose, text).getBytes(StandardCharsets.UTF_8),
                mac.getBytes(StandardCharsets.UTF_8));
    }
}
