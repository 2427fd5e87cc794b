package org.complaintdesk.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.complaintdesk.platform.CustomerForms.Files;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before customers' forms with files. When the files are too large or too many, only the text is read, so that the
 * page can show it again and say what is wrong. It comes before the protection against forged forms, which would read
 * everything to find its token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 101)
class CustomerUploads extends OncePerRequestFilter {

    private final CustomerFormLimits limits;
    private final Semaphore room;
    private final Limit perAddress;
    private final Limit inAll;
    /** Filters are made before everything else is there. */
    private final ObjectProvider<RateLimits> rates;

    CustomerUploads(CustomerFormLimits limits, ObjectProvider<RateLimits> rates) {
        this.limits = limits;
        this.room = new Semaphore(limits.atOnce());
        this.perAddress = megabytes("files-per-address", limits.perAddressAndHour());
        this.inAll = megabytes("files", limits.perHour());
        this.rates = rates;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadPlace.isUpload(request) || !HttpMethod.POST.matches(request.getMethod()) || !PageLanguage.isForCustomers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // No browser sends a form without saying how long it is.
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (length > limits.largest().toBytes()) {
            chain.doFilter(textOnly(request, Files.TOO_LARGE), response);
        } else if (!mayRead(length, ClientAddress.of(request)) || !room.tryAcquire()) {
            chain.doFilter(textOnly(request, Files.TOO_MANY), response);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                room.release();
            }
        }
    }

    private boolean mayRead(long length, String address) {
        long megabytes = 1 + DataSize.ofBytes(length).toMegabytes();
        return rates.getObject().allows(perAddress, address, megabytes) && rates.getObject().allows(inAll, "", megabytes);
    }

    private static Limit megabytes(String name, DataSize size) {
        return new Limit(name, Math.toIntExact(size.toMegabytes()), Duration.ofHours(1));
    }

    private static HttpServletRequest textOnly(HttpServletRequest request, Files why) {
        HttpServletRequest text = FormText.of(request);
        CustomerForms.leftOut(text, why);
        return text;
    }
}
