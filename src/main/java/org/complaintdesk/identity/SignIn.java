package org.complaintdesk.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.platform.ProblemDetails;
import org.complaintdesk.platform.Wording;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Who gets in where. Every path is closed unless a rule here opens it; the local system may add a chain of its own with
 * a lower order.
 */
@Configuration(proxyBeanMethods = false)
class SignIn {

    private static final String[] OPEN = {"/", "/tasks", "/error", "/favicon.ico", "/css/**", "/js/**", "/images/**"};
    private static final String[] WEB_APPLICATIONS = {"/camunda", "/camunda/", "/camunda/app/**", "/camunda/api/**", "/camunda/lib/**",
            "/camunda/assets/**", "/camunda/favicon.ico"};
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String CUSTOMERS_CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private final Staff staff;
    private final EngineUsers users;
    private final IdentityService identity;
    private final Shops shops;
    private final ProblemDetails problems;
    private final ThrottledEntryPoint throttled;
    private final SignInLog log;
    private final Wording wording;
    private final PersonLimit limit;
    private final DeskSecret secret;

    SignIn(Staff staff, EngineUsers users, IdentityService identity, Shops shops, ProblemDetails problems,
           ThrottledEntryPoint throttled, SignInLog log, Wording wording, PersonLimit limit,
           DeskSecret secret) {
        this.staff = staff;
        this.users = users;
        this.identity = identity;
        this.shops = shops;
        this.problems = problems;
        this.throttled = throttled;
        this.log = log;
        this.wording = wording;
        this.limit = limit;
        this.secret = secret;
    }

    /** Patterns mean the whole path, whichever servlet answers: Jersey serves the engine's REST, not Spring MVC. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Before Spring Security, for it is there that passwords are counted by address; by itself Jersey's comes after it. */
    @Bean
    static FilterRegistrationBean<RequestContextFilter> requestKnownToAll() {
        FilterRegistrationBean<RequestContextFilter> known = new FilterRegistrationBean<>(new RequestContextFilter());
        known.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 5);
        return known;
    }

    /** The engine's web applications bring their own sign-in, CSRF protection and content policy. */
    @Bean
    @Order(100)
    SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
        return http.securityMatcher(WEB_APPLICATIONS)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .addFilterAfter(limit.forWebApplications(), AuthorizationFilter.class)
                .addFilterAfter(EngineGate.forWebApplications(wording), PersonLimit.Each.class)
                .addFilterAfter(new OwnNonce(), EngineGate.class)
                .addFilterBefore(new NoteSignOut(log), AuthorizationFilter.class)
                .build();
    }

    /** Programs: HTTP Basic with every request, no session. */
    @Bean
    @Order(200)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        AuthenticationEntryPoint signInRequired = throttled.or((request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"complaint-desk\", charset=\"UTF-8\"");
            problems.write(response, HttpStatus.UNAUTHORIZED, "sign-in-required");
        });
        return http.securityMatcher("/api/**", "/engine-rest/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyAuthority(StaffGroup.ADMINISTRATORS.id(), StaffGroup.SUPERVISORS.id())
                        .requestMatchers("/api/imports", "/api/imports/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        .requestMatchers(HttpMethod.POST, "/api/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        .requestMatchers("/api/**", "/engine-rest/**", "/v3/api-docs/**", "/v3/api-docs.yaml").authenticated()
                        .anyRequest().denyAll())
                .authenticationManager(new ProviderManager(users))
                .httpBasic(basic -> basic.authenticationEntryPoint(signInRequired))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(signInRequired)
                        .accessDeniedHandler((request, response, failure) -> problems.write(response, HttpStatus.FORBIDDEN, "not-allowed")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(limit.forPrograms(), AuthorizationFilter.class)
                .addFilterAfter(EngineGate.forPrograms(wording), PersonLimit.Each.class)
                .addFilterAfter(new ActsInTheEngine(identity, shops), EngineGate.class)
                .build();
    }

    /**
     * Staff pages: people signed in to Tasklist; programs may use HTTP Basic. Both are known before a form is read: to find the
     * token in a form with files means to lay the files on disk.
     */
    @Bean
    @Order(300)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        ProviderManager people = new ProviderManager(users);
        return http.securityMatcher("/cases", "/cases/**", "/reviews", "/reviews/**", "/customers",
                        "/customers/**", "/mailbox", "/mailbox/**", "/imports", "/imports/**", "/policy", "/policy/**",
                        "/deadlines", "/deadlines/**", "/roster", "/roster/**", "/people", "/people/**", "/insight", "/insight/**",
                        "/work/**",
                        "/audit", "/audit/**")
                .authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
                        .requestMatchers("/imports", "/imports/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        // The warehouse has the packing video, finance the receipt.
                        .requestMatchers(HttpMethod.POST, "/cases/*/evidence", "/reviews/*/evidence").authenticated()
                        .requestMatchers("/mailbox", "/mailbox/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        .requestMatchers("/audit", "/audit/**").hasAnyAuthority(StaffGroup.auditors())
                        .requestMatchers("/deadlines", "/deadlines/**").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers("/insight", "/insight/**").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers(HttpMethod.POST, "/cases/*/clocks", "/cases/*/clocks/**").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers(HttpMethod.POST, "/cases/views", "/cases/views/*/end", "/reviews/views", "/reviews/views/*/end").authenticated()
                        .requestMatchers(HttpMethod.POST, "/cases/export").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers(HttpMethod.GET, "/cases/*/file.pdf").hasAnyAuthority(StaffGroup.handingOut())
                        .requestMatchers(HttpMethod.POST, "/cases/**", "/reviews/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        .requestMatchers("/customers/*/merge", "/customers/*/export", "/customers/*/erase", "/customers/*/welcome")
                        .hasAnyAuthority(StaffGroup.keepersOfFiles())
                        .requestMatchers(HttpMethod.POST, "/customers/**").hasAnyAuthority(StaffGroup.caseWorkers())
                        .requestMatchers(HttpMethod.POST, "/roster/people/**").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers("/people/new").hasAuthority(StaffGroup.ADMINISTRATORS.id())
                        .requestMatchers(HttpMethod.POST, "/people", "/people/*/place", "/people/*/password", "/people/*/leave")
                        .hasAuthority(StaffGroup.ADMINISTRATORS.id())
                        .requestMatchers(HttpMethod.POST, "/people/**")
                        .hasAnyAuthority(StaffGroup.SUPERVISORS.id(), StaffGroup.ADMINISTRATORS.id())
                        .requestMatchers("/people", "/people/**").hasAnyAuthority(StaffGroup.overseers())
                        .requestMatchers("/policy/tables/*/draft", "/policy/tables/*/draft/**").hasAuthority(StaffGroup.SUPERVISORS.id())
                        .requestMatchers(HttpMethod.POST, "/policy/tables/**").hasAuthority(StaffGroup.SUPERVISORS.id())
                        .requestMatchers("/policy/tables", "/policy/tables/**").hasAnyAuthority(StaffGroup.overseers())
                        // Posted because a text may be long; it changes nothing.
                        .requestMatchers(HttpMethod.POST, "/policy/words/trial").authenticated()
                        .requestMatchers(HttpMethod.POST, "/policy/**").hasAnyAuthority(StaffGroup.overseers())
                        .anyRequest().authenticated())
                .authenticationManager(people)
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(secret)).csrfTokenRequestHandler(tokenAtOnce()))
                .addFilterBefore(new BasicAuthenticationFilter(people, throttled.or(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))),
                        CsrfFilter.class)
                .addFilterBefore(new TasklistSession(staff), CsrfFilter.class)
                .addFilterBefore(new StrangersSendNoFiles(), CsrfFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
                .headers(SignIn::pageHeaders)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .addFilterAfter(limit.forPages(), AuthorizationFilter.class)
                .addFilterAfter(new ActsInTheEngine(identity, shops), AuthorizationFilter.class)
                .build();
    }

    /**
     * Customers: nobody signs in, nobody gets a session. Forms carry a token that a cookie proves; when the cookie is lost,
     * what was typed is shown again by {@code POST /portal/again} or {@code /track/again}, which change nothing.
     */
    @Bean
    @Order(350)
    SecurityFilterChain customerPages(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("desk-form");
        cookie.setCookieCustomizer(settings -> settings.httpOnly(true).sameSite("Lax"));
        return http.securityMatcher("/portal", "/portal/**", "/track/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                // What mail programs send at one click (RFC 8058) has no cookie; the address itself is signed.
                .csrf(csrf -> csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(tokenAtOnce())
                        .ignoringRequestMatchers("/track/*/surveys/stop"))
                .exceptionHandling(failures -> failures.accessDeniedHandler(new LostFormToken()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CUSTOMERS_CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Everyone: the landing page. Whatever has no rule is not there. */
    @Bean
    @Order(400)
    SecurityFilterChain everyone(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .anyRequest().denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .headers(SignIn::pageHeaders)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .build();
    }

    /** A page that is being written can no longer set its cookie, nor begin the session that keeps its forms' token. */
    private static XorCsrfTokenRequestAttributeHandler tokenAtOnce() {
        XorCsrfTokenRequestAttributeHandler atOnce = new XorCsrfTokenRequestAttributeHandler();
        atOnce.setCsrfRequestAttributeName(null);
        return atOnce;
    }

    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
