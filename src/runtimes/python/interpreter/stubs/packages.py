"""The packages that are taken to be deployed with the function, by kind. Their answers are stand-ins."""

PACKAGES = {
    name: kind
    for kind, names in {
        "aws": "boto3 botocore aioboto3 aiobotocore s3transfer",
        "http": (
            "requests httpx urllib3 aiohttp httplib2 requests_toolbelt requests_oauthlib"
            " aws_requests_auth requests_aws4auth"
        ),
        "database": (
            "psycopg2 psycopg psycopg_pool asyncpg aiopg pg8000 pymysql MySQLdb mysql aiomysql mariadb"
            " pyodbc pymssql cx_Oracle oracledb snowflake sqlalchemy sqlmodel peewee pony databases"
            " tortoise pymongo motor mongoengine bson redis rediscluster aioredis memcache pymemcache"
            " pylibmc cassandra neo4j elasticsearch opensearchpy influxdb_client clickhouse_driver"
            " pynamodb redshift_connector ibm_db aurora_data_api psycopg2cffi gremlin_python duckdb"
        ),
        "validator": (
            "pydantic pydantic_core pydantic_settings marshmallow jsonschema cerberus voluptuous"
            " fastjsonschema schema email_validator validators phonenumbers"
        ),
        "framework": (
            "flask flask_cors flask_restful flask_sqlalchemy flask_lambda werkzeug quart fastapi"
            " starlette django rest_framework bottle falcon pyramid tornado sanic litestar chalice"
            " aws_lambda_powertools mangum serverless_wsgi awsgi aws_wsgi apig_wsgi aws_xray_sdk"
            " graphene strawberry ariadne connexion responder zappa lambda_proxy"
        ),
        "json": "simplejson ujson orjson rapidjson",
        "other": (
            "numpy pandas scipy sklearn matplotlib seaborn plotly PIL cv2 imageio skimage pyarrow polars"
            " xgboost lightgbm tensorflow torch transformers sentence_transformers nltk spacy"
            " jwt jose authlib cryptography Crypto nacl passlib bcrypt argon2 itsdangerous oauthlib"
            " cognitojwt pyotp certifi"
            " yaml toml tomli dotenv environs decouple configparser2 jinja2 markdown mistune bleach"
            " dateutil pytz tzlocal arrow pendulum isodate holidays croniter"
            " bs4 lxml html5lib defusedxml xmltodict feedparser openpyxl xlrd xlsxwriter docx pptx"
            " PyPDF2 pypdf pdfplumber fitz reportlab weasyprint pdfkit qrcode barcode"
            " stripe paypalrestsdk braintree twilio sendgrid mailchimp_transactional mailgun"
            " slack slack_sdk slack_bolt slackclient telegram telebot discord nacl linebot"
            " openai anthropic cohere langchain langchain_core langchain_community langchain_openai"
            " langchain_aws llama_index tiktoken pinecone weaviate chromadb"
            " google googleapiclient oauth2client firebase_admin azure msal gspread"
            " github gitlab jira zenpy hubspot simple_salesforce shopify tweepy facebook"
            " sentry_sdk datadog datadog_lambda ddtrace newrelic opentelemetry structlog loguru"
            " lumigo_tracer epsagon thundra pythonjsonlogger rollbar"
            " tenacity retrying backoff cachetools attr attrs typing_extensions dataclasses_json"
            " click tqdm rich colorama six jmespath more_itertools toolz funcy inflection slugify"
            " unidecode shortuuid nanoid ulid hashids faker psutil multidict yarl aiofiles anyio"
            " crhelper cfnresponse paramiko pysftp fabric ldap3 kafka confluent_kafka pika paho stomp"
            " celery rq grpc protobuf thrift zeep suds websocket websockets dns geopy shapely"
            " pyproj geoip2 user_agents ua_parser chardet charset_normalizer idna selenium playwright"
            " moto pytest smtplib ftplib imaplib poplib"
        ),
    }.items()
    for name in names.split()
}

#: Modules of the standard library that need a network: they are stood in for like packages.
NETWORK_MODULES = {"smtplib", "ftplib", "imaplib", "poplib"}
