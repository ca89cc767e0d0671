package dev.relink.admin;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC our pages: what controllers take, what they return, where the browser finds styles and icons. */
@Configuration(proxyBeanMethods = false)
class PagesForWeb {

    @Bean
    PageArgument pageArgument(JdbcCompanyFrames companies, InstantSource clock) {
        return new PageArgument(companies, clock);
    }

    @Bean
    PageAnswers pageAnswers() {
        return new PageAnswers();
    }

    @Bean
    WebMvcConfigurer pagesInMvc(PageArgument page, PageAnswers answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(page);
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(answers);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                Assets.register(registry);
            }
        };
    }
}
